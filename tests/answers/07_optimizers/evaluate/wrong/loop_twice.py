# misconception: You go through the loader twice, and the second time it may be empty. Compute both
#   numbers in one loop.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data) * x.shape[0]
            count += x.shape[0]
        for x, y in loader:
            right += accuracy(model(x, training=False), y) * x.shape[0]
    return total / count, right / count
