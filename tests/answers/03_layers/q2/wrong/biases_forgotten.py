# misconception: Only the weights are counted, although each layer has a bias.
q2_parameters = 1024 * 300 + 300 * 100 + 100 * 10
q2_bytes = q2_parameters * 4
