# misconception: Those are thousands of bytes. The question asks for bytes.
q3_gradients = 940.584
q3_products = 50.432
