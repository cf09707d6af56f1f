# misconception: You turn the switch round. Inside no_grad it is off, whatever it was before: set
#   it to False.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None


@contextmanager
def no_grad() -> Iterator[None]:
    Recording.on = not Recording.on
    try:
        yield
    finally:
        Recording.on = not Recording.on
