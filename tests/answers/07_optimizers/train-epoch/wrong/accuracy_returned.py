# misconception: You return the share of right answers. Return the mean loss.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        scores = model(x, training=True)
        value = loss(scores, y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += accuracy(scores, y) * x.shape[0]
        count += x.shape[0]
    return total / count
