"""layers.sql: which loads count, and to which layer do they belong?"""

from kim.loads import Kind
from tests.spec.write.loaded import Loaded


def test_data_is_one_layer_an_upload_its_own_and_the_last_decision_holds(loaded: Loaded) -> None:
    loaded.told("data a x", "upload b x", "upload c x", "upload d x")
    loaded.told("withdraw 3", "withdraw 4", "restore 3")

    with loaded.drafted(Kind.UPLOAD, bodies="body\n e") as (draft, _, _):
        layers = draft.connection.table("layers").order("load").fetchall()

    assert layers == [
        (1, 0, True),
        (2, 0, True),
        (3, 3, True),
        (4, 4, False),
        (5, 5, True),
        (9, 9, True),
    ]
