"""The sieves, from the most precise to the least."""

from claims.speakers.scene import Sieve
from claims.speakers.sieves.first_person import first_person
from claims.speakers.sieves.he_or_she import he_or_she
from claims.speakers.sieves.it_or_they import it, they
from claims.speakers.sieves.neither import neither_of_two
from claims.speakers.sieves.nominal import NOMINAL
from claims.speakers.sieves.other_words import another_word
from claims.speakers.sieves.owners import speaks_for
from claims.speakers.sieves.relatives import antecedent

SIEVES: tuple[Sieve, ...] = (
    first_person,
    neither_of_two,
    antecedent,
    he_or_she,
    it,
    they,
    speaks_for,
    *NOMINAL[:-1],
    another_word,
    NOMINAL[-1],
)
