"""What a letter says that is no measure: causes, meanings, decisions, numbers, places, reports.

- ``observations_causes``: causes, meanings of a level, roles, needs, narratives, movements
- ``observations_decisions``: decisions that were counted, factors, bottlenecks
- ``observations_counts``: numbers with their unit and period, countries
- ``observations_reports``: conditions of measures, reports and threat assessments
"""

from __future__ import annotations

from kamergraaf.extract import (
    observations_causes,
    observations_counts,
    observations_decisions,
    observations_reports,
)
from kamergraaf.extract.analysis import Analysis
from kamergraaf.extract.wording import lower


def write(analysis: Analysis) -> None:
    """Write every observation; the measures, concerns and levels are already on the sheet."""
    low = lower(analysis.flow.text)
    observations_causes.write(analysis, low)
    observations_decisions.write(analysis, low)
    observations_counts.counts(analysis)
    observations_counts.places(analysis)
    observations_reports.conditions(analysis)
    observations_reports.reports(analysis, low)
