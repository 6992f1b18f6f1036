"""Who publishes, and how their addresses are made. None has been tried: see publishers.py."""

from reference.downloads.federal_file import Member

# publisher, and the page on which a person finds the file
IPEDS = (
    "National Center for Education Statistics",
    "https://nces.ed.gov/ipeds/datacenter/DataFiles.aspx",
)
CIP = (
    "National Center for Education Statistics",
    "https://nces.ed.gov/ipeds/cipcode/resources.aspx?y=56",
)
SCORECARD = ("US Department of Education", "https://collegescorecard.ed.gov/data/")
OEWS = ("Bureau of Labor Statistics", "https://www.bls.gov/oes/tables.htm")
PROJECTIONS = (
    "Bureau of Labor Statistics",
    "https://www.bls.gov/emp/data/occupational-data.htm",
)
ONET = ("National Center for O*NET Development", "https://www.onetcenter.org/db_releases.html")

SCORECARD_RELEASE = "06102026"


def ipeds(name: str) -> tuple[str, str]:
    """Newer files, and those with a revised member, are said to lie at the first address only."""
    return (
        f"https://nces.ed.gov/ipeds/complete-data-files/{name}",
        f"https://nces.ed.gov/ipeds/datacenter/data/{name}",
    )


def oews(name: str) -> tuple[str, str]:
    """Both spellings of the folder are in use."""
    return (
        f"https://www.bls.gov/oes/special-requests/{name}",
        f"https://www.bls.gov/oes/special.requests/{name}",
    )


def scorecard(name: str) -> tuple[str]:
    """The name without a date is said to lead to an older release."""
    downloads = "https://ed-public-download.scorecard.network/downloads"
    return (f"{downloads}/{name}_{SCORECARD_RELEASE}.zip",)


def dated(name: str) -> Member:
    """The member says nothing of its release; the file in the folder has to."""
    return Member(f"{name}.csv", f"{name}_{SCORECARD_RELEASE}.csv")


def members(*names: str, folder: str = "") -> tuple[Member, ...]:
    """Those that land under their own names."""
    return tuple(Member(name, f"{folder}{name}") for name in names)
