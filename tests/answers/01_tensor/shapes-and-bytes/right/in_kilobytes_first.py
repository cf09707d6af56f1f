# style: KB first, then bytes; the product from the result's size.
kilobytes = 64 * 3 * 4
q2_bytes = kilobytes * 1024
results = 20 * 30
q3_multiplications = results * 50
q1_shape = (1,) + (10,)
