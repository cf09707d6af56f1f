# misconception: You return the loss as a Tensor. Take float(value.data).
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += loss(scores, y) * float(x.shape[0])
            right += accuracy(scores, y) * x.shape[0]
            count += x.shape[0]
    return total * (1.0 / count), right / count
