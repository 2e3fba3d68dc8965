"""Speed, measured as ratios to something measured in the same run; ``make bench`` prints the figures."""
