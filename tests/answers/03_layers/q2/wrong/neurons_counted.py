# misconception: You add the widths. Each layer has a weight for every pair of an input and an
#   output.
q2_parameters = 1024 + 300 + 100 + 10
q2_bytes = q2_parameters * 4
