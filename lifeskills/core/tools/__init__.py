"""The shipped tools: pure state machines that run inside a step.

countdown (phases) · vote · tally (themes) · found (of a total) · relay · slips · story
"""
