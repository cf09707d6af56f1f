# style: one minus the share of the rest
q4_mse = 20 + 4 / 5
q4_share = 1 - (4 / 5) / q4_mse
