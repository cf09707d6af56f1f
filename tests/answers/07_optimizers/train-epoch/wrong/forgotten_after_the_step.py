# misconception: You forget the gradients only after the step, so those from before the round count
#   in the first batch. Call zero_grad() first.
# rank: 22
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        optimizer.zero_grad()
        total += float(value.data) * x.shape[0]
        count += x.shape[0]
    return total / count
