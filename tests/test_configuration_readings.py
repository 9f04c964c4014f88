"""The server's reading of configuration parameters against the specification's plain one."""

from __future__ import annotations

import pytest

from refimpl.session.config import Config, InvalidValueError
from refimpl.table.config_table import parameter
from spec.model.load import behaviour
from spec.model.parameters import Outcome, Parameter, parameters

MORE_WORDS = ["nan", "1_0", "½", "\x00", "a\tb", "1" * 128, "-" * 300, "9" * 40 + "kb"]


@pytest.mark.parametrize("known", parameters(behaviour("config")), ids=lambda known: known.name)
def test_the_same_outcome(known: Parameter) -> None:
    """Of each word that tests try, and of some that nobody would."""
    config = Config()
    table_entry = parameter(known.name)
    assert table_entry is not None
    for word in known.words() + known.types[known.raw["type"]]["boundaries"] + MORE_WORDS:
        before = config.show(table_entry).decode()
        expected = known.reading(word, before)
        try:
            _, value = config.convert(known.name, [word.encode()])
        except InvalidValueError as error:
            outcome = Outcome(reason=str(error))
        else:
            setattr(config, table_entry.attribute, value)
            outcome = Outcome(shown=config.show(table_entry).decode())
        assert outcome == expected, word
