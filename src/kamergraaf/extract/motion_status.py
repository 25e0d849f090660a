"""What a sentence says became of a motion, by the words that cabinets use for it."""

from __future__ import annotations

import re

_REFUSED = re.compile(
    r"\b(?:ontraa?dt?|ontraden|afgewezen|wijst? .{0,40}\baf|verworpen|ingetrokken|onuitvoerbaar"
    r"|niet (?:over|uit)(?:genomen|gevoerd|nemen|voeren)|geen (?:uitvoering|gevolg)"
    r"|niet uitvoerbaar|niet (?:kan |kunnen )?(?:worden )?uitgevoerd|geen navolging"
    r"|niet na te komen"
    r"|geen steun|niet steunen"
    r"|(?:ik|wij|we|het kabinet|de regering)\b[^.;,]{0,40}\bniet\b(?! alleen| eerder| langer"
    r"| meer dan)"
    r"|\bniet\b[^.;,]{0,20}\b(?:ik|wij|we|het kabinet)\b|zie ik geen|geen aanleiding"
    r"|(?:is|zijn|acht)\b[^.;,]{0,40}\b(?:niet (?:wenselijk|haalbaar|mogelijk|nodig|houdbaar"
    r"|opportuun|aan de orde|toegestaan)|onwenselijk|onhaalbaar|onmogelijk|onnodig)"
    r"|verdraagt zich niet|verdragen zich niet|strijdig met|in strijd met"
    r"|kom(?:t|en) er\b[^.;,]{0,20}\bniet\b|naast (?:mij|zich|ons) neer\b|niet overgenomen"
    r"|(?:neem|nemen|voer|voeren) (?:ik|wij)\b[^.;]{0,60}\bniet\b|afwijzend)"
)
_UNDER_WAY = re.compile(
    r"\baan\b[^.]{0,160}\b(?:ge(?:ef|eft|ven)|wordt|worden)\b(?! (?:\w+ )?(?:hiermee|daarmee"
    r"|hierbij|met deze))[^.;]{0,30}\b(?:uitvoering|invulling|gevolg)\b(?! aan)(?! gegeven aan)"
    r"[^.;]{0,8}\b(?:door|via|met een|vanaf|in 20)"
)
_DONE = re.compile(
    r"\b(?:gee?f(?:t|ven)? (?:ik |wij |we |het kabinet |de regering |hiermee |daarmee |ook |dan )*"
    r"(?:invulling|uitvoering|gevolg)(?: gegeven)? aan|(?:uitvoering|gevolg|invulling) gegeven"
    r"|(?:acht|achten|beschouw|beschouwen|beschouwt)\b[^.;]{0,90}\b(?:uitgevoerd|voldaan|ingevuld)"
    r"|afgedaan|afgehandeld|vold(?:oe|oet|oen|aan)\b|tegemoetgekomen|tegemoet gekomen|kom(?:t|en)? "
    r"(?:ik |wij |we |het kabinet |hiermee |daarmee )*tegemoet|ter uitvoering|ter invulling"
    r"|(?:is|zijn|heb|heeft|hebben|werd|werden)\b[^.;]{0,80}\buitgevoerd|ingelost"
    r"|(?:conform|overeenkomstig) (?:de|deze|die) motie"
    r"|strekt (?:ter|tot)|ingewilligd"
    r"|(?:hiermee|daarmee|hierbij|met deze brief|met het voorgaande"
    r"|met het bovenstaande)\b[^.;]{0,80}"
    r"\b(?:uitvoering|invulling|gevolg)\b"
    r"|aan\b[^.]{0,120}\b(?:is|zijn|heb|heeft|hebben)\b[^.;]{0,60}\b(?:voldaan|uitvoering gegeven"
    r"|invulling gegeven|gevolg gegeven))\b"
)
_BUSY = re.compile(
    r"\b(?:w(?:ordt|orden|erk(?:t|en)?)\b[^.;]{0,90}\b(?:gewerkt|werk|uitgevoerd|uitgewerkt"
    r"|onderzocht"
    r"|verkend|betrokken|meegenomen|opgepakt|gevolg|uitvoering)|wordt[^.;]{0,60}\bgewerkt"
    r"|gewerkt aan"
    r"|werk(?:t|en)? (?:ik |wij |het kabinet )?(?:\w+ )?aan|gewerkt|zal|zullen|in uitvoering"
    r"|uitvoering (?:te )?geven|uit te voeren|bezig|neem(?:t|en)? [^.;]{0,40}\bmee\b|pak(?:t|ken)? "
    r"[^.;]{0,40}\bop\b|loopt|verken|onderzoek(?:t|en)?|in gesprek|in voorbereiding"
    r"|betrekk?(?:en|t)?)\b"
)


def told(lower: str) -> str:
    """The status that a sentence in lower case tells: refused, done or under way; '' for none."""
    if _REFUSED.search(lower):
        return "notCarriedOut"
    if _DONE.search(lower):
        return "carriedOut"
    if _UNDER_WAY.search(lower):
        return "inProgress"
    return "inProgress" if _BUSY.search(lower) else ""
