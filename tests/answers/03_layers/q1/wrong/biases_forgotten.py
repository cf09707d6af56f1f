# misconception: You leave out the biases. The layer has out_features of them.
q1_original = 512 * 128
q1_doubled = 512 * 256
q1_original_bytes = q1_original * 4
q1_doubled_bytes = q1_doubled * 4
