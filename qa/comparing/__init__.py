"""Several figures held against each other: comparisons, differences, changes, extremes."""
