"""Every way ballots come in has its words and its place in the record."""

import pytest
from flask import Flask

from app.elections.documents.counts_content import CATEGORIES
from app.elections.documents.record_words import category_name, category_title
from app.elections.domain.categories import Category


def test_every_category_is_counted_in_one_group() -> None:
    assert sorted(category for group in CATEGORIES.values() for category in group) == sorted(Category)


@pytest.mark.parametrize("category", Category)
def test_every_category_has_a_name_and_a_title(app: Flask, category: Category) -> None:
    with app.app_context():
        assert category_name(category) != category_title(category) != ""
