# misconception: You leave the model's answer outside of no_grad(), so it is recorded. Put the
#   whole loop inside.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    for x, y in loader:
        scores = model(x, training=False)
        with no_grad():
            total += float(loss(scores, y).data) * x.shape[0]
            right += accuracy(scores, y) * x.shape[0]
            count += x.shape[0]
    return total / count, right / count
