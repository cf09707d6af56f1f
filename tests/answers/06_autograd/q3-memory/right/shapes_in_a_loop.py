# style: the layers' shapes in a loop
q3_gradients = sum(4 * (n + 1) * m for n, m in [(784, 256), (256, 128), (128, 10)])
q3_products = sum(32 * m * 4 for m in (256, 128, 10))
