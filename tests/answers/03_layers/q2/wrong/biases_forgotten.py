# misconception: You leave out the biases. Each of the three layers has them.
q2_parameters = 1024 * 300 + 300 * 100 + 100 * 10
q2_bytes = q2_parameters * 4
