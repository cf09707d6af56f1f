# misconception: You leave out the last layer, from 100 to 10.
q2_parameters = 1024 * 300 + 300 + 300 * 100 + 100
q2_bytes = q2_parameters * 4
