"""Small files of College Scorecard with their true headers."""

import csv
import io

FIRST = (
    "UNITID,OPEID6,INSTNM,CONTROL,MAIN,CIPCODE,CIPDESC,CREDLEV,CREDDESC,COUNT,DEBTMEDIAN,"
    "DEBTPAYMENT10YR,DEBTMEAN,TITLEIVCOUNT,EARNINGSCOUNT,MD_EARN_WNE,IPEDSCOUNT1,IPEDSCOUNT2"
)
PREFIXED = ",".join(f"P_{column}" for column in FIRST.split(","))
CURRENT = (
    "UNITID,OPEID6,INSTNM,CONTROL,CIPCODE,CIPDESC,CREDLEV,CREDDESC,IPEDSCOUNT1,IPEDSCOUNT2,"
    "EARN_MDN_1YR,EARN_MDN_4YR,EARN_MDN_5YR,EARN_COUNT_WNE_1YR,DEBT_ALL_STGP_EVAL_MDN"
)
PS = "PrivacySuppressed"
HIDDEN = ",".join([PS] * 7)
MASTERS = "5,Master's Degree"

FIRST_ROWS = [
    f'100654,1002,Alabama A & M University,Public,1,1101,"Computing, General.",{MASTERS},'
    "13,21000,200,22000,57,11,64000,11,0",
    f"100706,1055,University of Alabama in Huntsville,Public,1,2705,Statistics.,{MASTERS},"
    f"{HIDDEN},NULL,4",
    f"100706,1055,University of Alabama in Huntsville,Public,1,111,Plant Sciences.,{MASTERS},"
    f"{HIDDEN},3,4",
    "100654,1002,Alabama A & M University,Public,1,1101,Computing.,3,Bachelor\x92s Degree,"
    f"{HIDDEN},30,40",
    f"NULL,1059,A school abroad,Foreign,1,1101,Computing.,{MASTERS},{HIDDEN},NULL,NULL",
    f"999999,9999,Not in the catalogue,Public,1,1101,Computing.,{MASTERS},{HIDDEN},1,2",
]
CURRENT_ROWS = [
    '100706,001055,University of Alabama in Huntsville,"Private, nonprofit",5213,'
    f"Management Sciences.,{MASTERS},28,34,68095,118475,PS,17,PS",
    f"100654,001002,Alabama A & M University,Public,2705,Statistics.,{MASTERS},"
    "0,NA,PS,NA,PS,PS,30500",
]

INSTITUTIONS = "UNITID,OPEID6,INSTNM,UGDS,C150_4,RET_FT4,GRADS,MD_EARN_WNE_P10"
INSTITUTION_ROWS = [
    "100654,001002,Alabama A & M University,5726,0.2874,0.6387,769,NA",
    "100706,001055,University of Alabama in Huntsville,NA,PS,0.85,0,NA",
    "10236801,001023,A branch,1,0.5,0.5,1,NA",
]


def text(header, rows):
    return "\n".join([header, *rows]) + "\n"


def shuffled(content):
    """The same cells, the columns in another order."""
    rows = list(csv.reader(io.StringIO(content)))
    file = io.StringIO()
    csv.writer(file, lineterminator="\n").writerows(row[::-1] for row in rows)
    return file.getvalue()
