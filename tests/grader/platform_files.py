"""Files as the platforms export them, of one class of four, for the tests of roster and marks.

The headers, encodings and separators are those that docs/platforms.md names the sources of.
"""

import codecs
from collections.abc import Callable

ADA, BEN, ZOE, FOX = "Ada Lovelace", "Ben Hopper", "Zoë Müller", "=SUM(A1) Fox"
CANVAS_HEADER = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Warm-up (90209),Layers (90210),"
    "Assignments Current Score,Final Score"
)


def canvas() -> bytes:
    """UTF-8 with a mark, the maxima in a row, a row on posting, a test student."""
    return codecs.BOM_UTF8 + "\n".join([
        CANVAS_HEADER,
        ",,,,,,Manual Posting,,",
        "    Points Possible,,,,,10,100,(read only),(read only)",
        '"Lovelace, Ada",4711,s001,ada,A,7,,70,70',
        '"Hopper, Ben",4712,s002,ben,B,8,12,80,80',
        '"Müller, Zoë",4713,s003,zoe,"A and B",9,EX,90,90',
        '"=""=SUM(A1) Fox""",4714,s004,fox,B,5,,50,50',
        '"Student, Test",4999,,e5c0,A,,,,',
        "",
    ]).encode()  # fmt: skip


def moodle_worksheet() -> bytes:
    """UTF-8 without a mark; the participants' numbers are those of one assignment."""
    return "\n".join([
        'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade",'
        '"Grade can be changed","Last modified (submission)","Last modified (grade)",'
        '"Feedback comments"',
        '"Participant 815","Ada Lovelace",ada@uni.example,"Submitted for grading",,100.00,Yes,'
        '"Tuesday, 24 November 2026, 12:00 PM",-,"- good"',
        '"Participant 816","Ben Hopper",ben@uni.example,"No submission",12.00,100.00,Yes,-,-,',
        '"Participant 817","Zoë Müller",zoe@uni.example,Submitted,,100.00,No,-,-,',
        '"Participant 818","=SUM(A1) Fox",fox@uni.example,Submitted,,100.00,Yes,-,-,',
        "",
    ]).encode()  # fmt: skip


def moodle_gradebook() -> bytes:
    """The gradebook's export as plain text."""
    return "\n".join([
        '"First name","Last name","ID number",Institution,Department,"Email address",'
        '"Assignment: Warm-up (Real)","Assignment: Layers (Real)","Course total (Real)",'
        '"Last downloaded from this course"',
        "Ada,Lovelace,s001,,,ada@uni.example,7.00,-,7.00,1796000000",
        "Ben,Hopper,s002,,,ben@uni.example,8.00,12.00,20.00,1796000000",
        "Zoë,Müller,s003,,,zoe@uni.example,9.00,-,9.00,1796000000",
        '"=SUM(A1)",Fox,s004,,,fox@uni.example,5.00,-,5.00,1796000000',
        "",
    ]).encode()  # fmt: skip


def moodle_participants() -> bytes:
    """The list of participants, which has no marks."""
    return "\n".join([
        '"First name",Surname,"Email address",Groups',
        'Ada,Lovelace,ada@uni.example,"A, G1"',
        "Ben,Hopper,ben@uni.example,B",
        "Zoë,Müller,zoe@uni.example,A",
        '"=SUM(A1)",Fox,fox@uni.example,B',
        "",
    ]).encode()  # fmt: skip


def blackboard() -> bytes:
    """UTF-16 with a mark and tabs, every cell in quotes, although it is called .xls."""
    rows = [
        ("Last Name", "First Name", "Username", "Student ID", "Last Access", "Availability",
         "Warm-up [Total Pts: 10 Score] |1281891", "Layers [Total Pts: 100 Score] |1281892",
         "Weighted Total [Total Pts: up to 110 Score] |1281890"),
        ("Lovelace", "Ada", "ada", "s001", "2026-11-24 12:00:00", "Yes", "7", "", "7"),
        ("Hopper", "Ben", "ben", "s002", "2026-11-24 12:00:00", "Yes", "8", "12", "20"),
        ("Müller", "Zoë", "zoe", "s003", "", "Yes", "9", "Needs Grading", "9"),
        ("Fox", "=SUM(A1)", "fox", "s004", "", "Yes", "5", "", "5"),
    ]  # fmt: skip
    lines = ["\t".join(f'"{cell}"' for cell in row) for row in rows]
    return codecs.BOM_UTF16_LE + ("\r\n".join(lines) + "\r\n").encode("utf-16-le")


def brightspace() -> bytes:
    """UTF-8, a # before ids, and a last column that marks the end of each line."""
    return "\r\n".join([
        "OrgDefinedId,Username,Last Name,First Name,Email,Sections,"
        "Warm-up Points Grade <Numeric MaxPoints:10 Weight:50>,"
        "Layers Points Grade <Numeric MaxPoints:100 Weight:50>,End-of-Line Indicator",
        "#s001,#ada,Lovelace,Ada,ada@uni.example,A,7,,#",
        "#s002,#ben,Hopper,Ben,ben@uni.example,B,8,12,#",
        "#s003,#zoe,Müller,Zoë,zoe@uni.example,A,9,,#",
        "#s004,#fox,Fox,=SUM(A1),fox@uni.example,B,5,,#",
        "",
    ]).encode()  # fmt: skip


def own() -> bytes:
    """A table of one's own."""
    return (
        "login,name,email,section\n"
        "ada,Ada Lovelace,ada@uni.example,A\n"
        "ben,Ben Hopper,ben@uni.example,B\n"
        "zoe,Zoë Müller,zoe@uni.example,A\n"
        "fox,'=SUM(A1) Fox,fox@uni.example,B\n"
    ).encode()


WITH_MARKS: dict[str, Callable[[], bytes]] = {
    "canvas": canvas,
    "moodle worksheet": moodle_worksheet,
    "moodle gradebook": moodle_gradebook,
    "blackboard": blackboard,
    "brightspace": brightspace,
}
FILES: dict[str, Callable[[], bytes]] = {
    **WITH_MARKS,
    "moodle participants": moodle_participants,
    "own": own,
}
