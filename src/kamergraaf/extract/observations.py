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
    reading,
)
from kamergraaf.extract.analysis import Analysis


def write(analysis: Analysis) -> None:
    """Write every observation; the measures, concerns and levels are already on the sheet."""
    at = reading.of(analysis)
    observations_causes.write(at)
    observations_decisions.write(at)
    observations_counts.counts(at)
    observations_counts.places(at)
    observations_reports.conditions(at)
    observations_reports.reports(at)
