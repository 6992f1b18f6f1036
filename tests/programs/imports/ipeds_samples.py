"""Small files of IPEDS with the publisher’s headers, byte order mark and line ends."""

import csv
import io
from pathlib import Path

from tests.samples import run

DIRECTORY_HEADER = (
    "UNITID,INSTNM,IALIAS,ADDR,CITY,STABBR,ZIP,FIPS,OBEREG,CHFNM,CHFTITLE,GENTELE,EIN,UEIS,OPEID,"
    "OPEFLAG,WEBADDR,ADMINURL,FAIDURL,APPLURL,NPRICURL,VETURL,ATHURL,DISAURL,SECTOR,ICLEVEL,"
    "CONTROL,HLOFFER,UGOFFER,GROFFER,HDEGOFR1,DEGGRANT,HBCU,HOSPITAL,MEDICAL,TRIBAL,LOCALE,"
    "OPENPUBL,ACT,NEWID,DEATHYR,CLOSEDAT,CYACTIVE,POSTSEC,PSEFLAG,PSET4FLG,RPTMTH,INSTCAT,"
    "C00CARNEGIE,C21BASIC,CARNEGIEIC,CARNEGIESAEC,CARNEGIERSCH,CARNEGIESIZE,CARNEGIEALF,"
    "CARNEGIEAPM,CARNEGIEGPM,LANDGRNT,INSTSIZE,F1SYSTYP,F1SYSNAM,F1SYSCOD,CBSA,CBSATYPE,CSA,"
    "COUNTYCD,COUNTYNM,CNGDSTCD,LONGITUD,LATITUDE,DFRCGID,DFRCUSCG"
)
RIVER = {
    "UNITID": "100001",
    "INSTNM": "River University",
    "IALIAS": "RU | River U||The River",
    "CITY": "Springfield",
    "STABBR": "PA",
    "WEBADDR": "www.river.example/",
    "CONTROL": "2",
    "LONGITUD": "-79.941993",
    "LATITUDE": "40.44357",
    "CLOSEDAT": "-2",
    "CYACTIVE": "1",
}

PEOPLE = ("TOTAL", "AIAN", "ASIA", "BKAA", "HISP", "NHPI", "WHIT", "2MOR", "UNKN", "NRAL")
COUNTS = [f"XC{group}{who},C{group}{who}" for group in PEOPLE for who in "TMW"]
COMPLETIONS_HEADER = ",".join(["UNITID,CIPCODE,MAJORNUM,AWLEVEL", *COUNTS])
CUT_HEADER = "UNITID,CIPCODE,MAJORNUM,AWLEVEL,CTOTALT,CTOTALM,CTOTALW"
GRADUATES = {
    "UNITID": "100001",
    "CIPCODE": "11.0701",
    "MAJORNUM": "1",
    "AWLEVEL": "7",
    "XCTOTALT": "R",
    "CTOTALT": "12",
}

LIVING = [f"XCHG{n}AY{y},CHG{n}AY{y}" for n in range(4, 10) for y in range(4)]
PRICES = [f"XTUIT{n},TUITION{n},XFEE{n},FEE{n},XHRCHG{n},HRCHG{n}" for n in (1, 2, 3, 5, 6, 7)]
# The last name ends with a space, as the publisher writes it.
CHARGES_HEADER = ",".join(["UNITID", *PRICES, *LIVING]) + " "
CHARGES = {
    "UNITID": "100001",
    **{name: "R" for name in CHARGES_HEADER.split(",") if name.startswith("X")},
    **{f"TUITION{n}": f"{n}0000" for n in range(1, 8)},
    **{f"FEE{n}": f"{n}00" for n in range(1, 8)},
    **{f"HRCHG{n}": f"{n}50" for n in range(1, 8)},
}


def directory(folder: Path, *rows: dict[str, str], name: str = "hd2024.csv") -> Path:
    """What a row does not say is as in RIVER."""
    return _write(folder / name, DIRECTORY_HEADER, [{**RIVER, **row} for row in rows or ({},)])


def completions(
    folder: Path, *rows: dict[str, str], name: str = "c2024_a.csv", cut: bool = False
) -> Path:
    """What a row does not say is as in GRADUATES; `cut`: without the columns of status."""
    header = CUT_HEADER if cut else COMPLETIONS_HEADER
    return _write(folder / name, header, [{**GRADUATES, **row} for row in rows or ({},)])


def charges(folder: Path, *rows: dict[str, str], name: str = "ic2023_ay.csv") -> Path:
    """What a row does not say is as in CHARGES."""
    return _write(folder / name, CHARGES_HEADER, [{**CHARGES, **row} for row in rows or ({},)])


def import_ipeds(**files_and_options) -> tuple[int, list[str]]:
    return run("import_ipeds", **files_and_options)


def _write(path: Path, header: str, rows: list[dict[str, str]]) -> Path:
    text = io.StringIO()
    names = header.strip().split(",")
    writer = csv.DictWriter(text, names, restval="", extrasaction="ignore", lineterminator="\r\n")
    writer.writerows(rows)
    path.write_bytes(f"{header}\r\n{text.getvalue()}".encode("utf-8-sig"))
    return path
