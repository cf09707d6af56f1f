# misconception: The last of the three layers is not counted.
q2_parameters = 1024 * 300 + 300 + 300 * 100 + 100
q2_bytes = q2_parameters * 4
