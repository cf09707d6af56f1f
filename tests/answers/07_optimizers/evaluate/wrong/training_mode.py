# misconception: Your model answers in training mode. Pass training=False, so that no dropout
#   disturbs it.
# rank: 10
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x)
            total += float(loss(scores, y).data) * x.shape[0]
            right += accuracy(scores, y) * x.shape[0]
            count += x.shape[0]
    return total / count, right / count
