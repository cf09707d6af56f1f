# misconception: You give FLOPs. A MAC is a multiplication and its addition together, counted once.
q4_macs = 2 * 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = 400
