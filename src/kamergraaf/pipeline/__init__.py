"""read -> extract -> graph -> files: the one place that tells the whole story."""

from kamergraaf.pipeline.bulk import Order, Step, Tally, What, build_many
from kamergraaf.pipeline.inputs import letters
from kamergraaf.pipeline.parcels import Settings
from kamergraaf.pipeline.reading import (
    Built,
    build,
    read_letter,
    read_letters,
    vocabulary,
    write,
)

__all__ = [
    "Built",
    "Order",
    "Settings",
    "Step",
    "Tally",
    "What",
    "build",
    "build_many",
    "letters",
    "read_letter",
    "read_letters",
    "vocabulary",
    "write",
]
