from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What the operator chose for an import."""

    dry_run: bool = False
    keep_going: bool = False
    overwrite: bool = False
