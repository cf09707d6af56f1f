# style: the sums in decimals
q3_gradients = 940584
q3_products = 50432
