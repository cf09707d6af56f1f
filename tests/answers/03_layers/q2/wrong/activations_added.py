# misconception: You add the activations of a sample. Only the parameters are asked for.
q2_parameters = 1024 * 300 + 300 + 300 * 100 + 100 + 100 * 10 + 10
q2_bytes = (q2_parameters + 1024 + 300 + 100 + 10) * 4
