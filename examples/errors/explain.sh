# Ask what the pages know about an error.

# --8<-- [start:explain]
echo "import torch; torch.ones(2, 3) @ torch.ones(2, 3)" > train.py
python train.py 2> error.log || echo "exit status $?"
#> exit status 1
torchmemo explain --language ko error.log
#>
#> mat1 and mat2 shapes cannot be multiplied
#>     앞뒤 계층의 크기가 다르다
#>     http://127.0.0.1:8000/sequential_modulelist/#mismatch
torchmemo explain --language en error.log
#>
#> mat1 and mat2 shapes cannot be multiplied
#>     two layers in a row differ in size
#>     http://127.0.0.1:8000/en/sequential_modulelist/#mismatch
# --8<-- [end:explain]
