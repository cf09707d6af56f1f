# misconception: Only the weights are counted, although the layer has a bias.
q1_original = 512 * 128
q1_doubled = 512 * 256
q1_original_bytes = q1_original * 4
q1_doubled_bytes = q1_doubled * 4
