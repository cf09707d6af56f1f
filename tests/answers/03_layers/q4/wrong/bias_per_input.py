# misconception: You add the bias to the inputs. It is added to the outputs.
q4_macs = 50 * 400 * 120
q4_bias_additions = 50 * 400
q4_ratio = q4_macs // q4_bias_additions
