"""The part of the reading screen that refuses a name that was guessed for who says a claim, and nothing else of it."""

from store.naming import refused_or_allowed
from store.quoting import quoted
from store.safety import label
from tui.screens.reading.annotating import NOT_IN_YET
from tui.screens.reading.deciding import DecidingScreen, place_of


class GuessingScreen(DecidingScreen):
    """A screen whose reader judges guesses at who says a claim apart from the claim."""

    def action_refuse_guess(self) -> None:
        """Refuse the guessed speaker of the selected claim: the text's own word stays. Asked again, allow it."""
        item = self.selected_item
        if self.workspace.article is None:
            self.say(NOT_IN_YET)
            return
        if self.told_of_none():
            return
        if item is None or not item.is_claim:
            self.say(self.clickable("Choose a claim first with {claims.next} or a click."))
            return
        before = self._to_be(item)
        after = refused_or_allowed(item, before)
        if after is None:
            amend = self.clickable("{claims.amend} amends it.")
            self.say(f"Who says claim {item.number} is not guessed: nothing to refuse. {amend}")
            return
        self._coming[place_of(item)] = after
        self._change(self._keep_given, item, {"speaker": after.speaker}, after)
        name = label(item.refused_name or item.speaker or "", 40)
        words = " … ".join(one.exact for one in after.selectors if one.role == "source")
        stays = f"{quoted(words, 40)} stays" if words else "nobody is named"
        again = "certain again" if after.speaker else "a guess again"
        done = f"{name} is refused as its speaker, {stays}" if after.refused else f"{name} is {again}"
        self.say(f"Claim {item.number}: {done}. {self.clickable('{history.undo} takes it back.')}")
