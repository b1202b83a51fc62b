"""Estimates how old a reader has to be for a text, in English and in Spanish.

It must not be taken for a reader: it counts words, sentences and syllables, and knows nothing of meaning.

Sources. English: Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975, US Navy research
branch report 8-75). Spanish: Crawford 1984, "Fórmula y gráfico para determinar la comprensibilidad de textos
del nivel primario en castellano", Lectura y Vida 5(4), made for primary-school texts. Both give a school
grade; the age is the grade plus `AGE_AT_GRADE_0`, and never less than that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

AGE_AT_GRADE_0: Final = 6
"""Years; the more cautious of the usual readings: grade 5 counts as 11, not as 10."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?…]+")
_ENGLISH_VOWELS: Final = re.compile(r"[aeiouy]+")
_ENGLISH_HIATUS: Final = re.compile(r"[aeouy]ing$|[^aeiouc]ia")
_SILENT_ENDING: Final = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|(?:[^aeiouytdl]|[aeiouyl]l)ed$|[^aeiouycgshxz]es$"
)
_SILENT_E_INSIDE: Final = re.compile(
    r"(?<=[^aeiouy])e(?=(?:thing|where|times?|one|body|ful|ly|ness|less|ment)$)"
)
_STRONG: Final = "aeoáéóíú"
"""Vowels that always make a syllable of their own; an accented í or ú next to another vowel parts from it."""


@dataclass(frozen=True, slots=True)
class TextCounts:
    """What the formulas need to know about a text; every count is at least 1."""

    words: int
    sentences: int
    syllables: int


def english_syllables(word: str) -> int:
    """Return about how many syllables an English word has, by its groups of vowels; at least 1."""
    plain = word.lower().replace("’", "'").removesuffix("'s")
    plain = _SILENT_E_INSIDE.sub("", plain)
    count = len(_ENGLISH_VOWELS.findall(plain)) + len(_ENGLISH_HIATUS.findall(plain))
    return max(count - bool(_SILENT_ENDING.search(plain)), 1)


def spanish_syllables(word: str) -> int:
    """Return how many syllables a Spanish word has, by the rules of diphthong and hiatus; at least 1."""
    plain = re.sub(r"(?<=q)u|(?<=g)u(?=[eiéí])", "", word.lower())
    plain = re.sub(r"y(?![aeiouáéíóú])", "i", plain)
    count = 0
    for group in re.findall(r"[aeiouáéíóúü]+", plain):
        strong = sum(vowel in _STRONG for vowel in group)
        count += max(strong, 1)
    return max(count, 1)


def counts(text: str, syllables: Callable[[str], int]) -> TextCounts:
    """Return the counts of a text, with the syllables counted by the rules of its language."""
    words = _WORD.findall(text)
    sentences = sum(bool(_WORD.search(part)) for part in _SENTENCE_END.split(text))
    return TextCounts(max(len(words), 1), max(sentences, 1), max(sum(map(syllables, words)), 1))


def flesch_kincaid_grade(text: str) -> float:
    """Return the US school grade that can read an English text."""
    of = counts(text, english_syllables)
    return 0.39 * of.words / of.sentences + 11.8 * of.syllables / of.words - 15.59


def crawford_grade(text: str) -> float:
    """Return the school grade that can read a Spanish text."""
    of = counts(text, spanish_syllables)
    return -0.205 * 100 * of.sentences / of.words + 0.049 * 100 * of.syllables / of.words - 3.407


GRADES: Final[dict[str, Callable[[str], float]]] = {"en": flesch_kincaid_grade, "es": crawford_grade}
"""Language code → formula; a language that is not here has no check yet."""


def reading_age(text: str, language: str) -> float:
    """Return the age in years at which a text of this language (a key of `GRADES`) can be read."""
    return AGE_AT_GRADE_0 + max(GRADES[language](text), 0.0)
