"""The shipped tools: pure state machines that run inside a step.

countdown (phases) · vote · stands (before and after) · debate · tally · counts · found (of a
total) · ranking · relay · fishbowl · questions · slips · story

They are put together from parts: ``phases`` a clock, ``ballot`` hands for options, ``sheet``
things to count, ``themes`` words that came up, ``reading`` what a step's blocks say.
"""
