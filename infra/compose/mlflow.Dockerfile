# MLflow's official image lacks what it stores artefacts in S3 with.
FROM ghcr.io/mlflow/mlflow:v3.17.2
RUN pip install --no-cache-dir boto3==1.44.5
