# misconception: Those are numbers of values. A float32 takes 4 bytes.
q3_gradients = 235146
q3_products = 12608
