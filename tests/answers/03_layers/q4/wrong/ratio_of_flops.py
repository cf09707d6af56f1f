# misconception: You compare FLOPs with the bias additions. MACs are asked for, half as many.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = 2 * q4_macs / q4_bias_additions
