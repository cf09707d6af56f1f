# misconception: You count the first graph again in the second pass. y was computed anew, and its
#   graph brings 7 once more: 7 + 7.
q1_first = 7
q1_second = 7 + 14
