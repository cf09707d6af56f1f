# misconception: Your loss is from a second answer, in training mode. Use one answer with
#   training=False for both numbers.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(model(x), y).data) * x.shape[0]
            right += accuracy(scores, y) * x.shape[0]
            count += x.shape[0]
    return total / count, right / count
