"""The claims panel: pure layout of its cards, and the view that shows them."""
