# misconception: You keep the old value in one place for all blocks, and an inner block overwrites
#   that of the outer one. Keep it in a variable of the function.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    Recording.before, Recording.on = Recording.on, False
    try:
        yield
    finally:
        Recording.on = Recording.before
