# What Accelerate changes in a training loop.

# --8<-- [start:difference]
tail -n +2 examples/accelerate/plain.py | grep -v "8<" > plain.txt
tail -n +2 examples/accelerate/accelerated.py | grep -v "8<" > accelerated.txt
diff -U 1 --label plain.py --label accelerated.py plain.txt accelerated.txt || true
#> --- plain.py
#> +++ accelerated.py
#> @@ -2,2 +2,3 @@
#>  import torch
#> +from accelerate import Accelerator
#>  from torch import nn
#> @@ -13,2 +14,4 @@
#>
#> +accelerator = Accelerator()
#> +model, optimizer, loader = accelerator.prepare(model, optimizer, loader)
#>  for _ in range(5):
#> @@ -16,3 +19,3 @@
#>          loss = nn.functional.mse_loss(model(x_batch), y_batch)
#> -        loss.backward()
#> +        accelerator.backward(loss)
#>          optimizer.step()
# --8<-- [end:difference]
