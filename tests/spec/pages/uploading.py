"""What a person does on Hochladen: drops a file, presses a button, reads on."""

import re

from streamlit.testing.v1 import AppTest

from tests.spec.screen import controls

HEADS = "Ort;Baustein;Aufgabe;Anzahl;Genauigkeit;Einheit;Maß;Stand der Einrichtung"
HEADS += ";Anstellungsträger;Stand am;Quelle;Absatz;Fundstelle;Grundlage;Anmerkung"
NINE = "05558;2;coordination;9;exact;posts;total;filled;;2023;coesfeld-2023;6;neun Stellen;stated;"
CHANGED = (
    "05558;2;coordination;7;exact;posts;total;filled;;2022;coesfeld-2023;6;7 Stellen;stated;neu"
)
RIVAL = "05558;2;coordination;5;exact;posts;total;filled;;2022;auszug-2021;;fünf;stated;"
HELD = "05558;2;coordination;8;exact;posts;total;filled;;2022;coesfeld-2023;6;acht Stellen;stated;"
SAME = "05566076;2;case_management;1,6;exact;posts;increase;established;;2022;rheine-2022;1"
SAME += ";kommen 1,6 Stellen;inferred;so gelesen"
MOMENT = re.compile(r"\d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr|\d{8}T\d{6}-[0-9a-f]{8}")


def drop(app: AppTest, *rows: str, name: str = "neu.csv", heads: str = HEADS) -> AppTest:
    """The page after this file was dropped."""
    return drop_bytes(app, name, "\n".join([heads, *rows]).encode())


def drop_bytes(app: AppTest, name: str, content: bytes) -> AppTest:
    app.file_uploader[0].set_value((name, content, "text/csv"))
    return app.run()


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [each for each in app.button if each.label == label]
    return button.click().run()


def told(app: AppTest, heading: str) -> list[str]:
    """What stands from this heading on, times left out."""
    lines = [MOMENT.sub("(Zeit)", line) for line in controls(app, {})]
    return lines[lines.index(heading) :]
