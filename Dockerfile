# The application in a container; the database is another one (docker-compose.yml). Build the jar first: mvn package
FROM eclipse-temurin:17-jre

RUN groupadd --system --gid 10001 thidua \
    && useradd --system --uid 10001 --gid thidua --home-dir /app --shell /usr/sbin/nologin thidua
WORKDIR /app
COPY target/thidua.jar /app/thidua.jar

ENV LANG=C.UTF-8 \
    LC_ALL=C.UTF-8 \
    TZ=Asia/Ho_Chi_Minh \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
USER thidua
EXPOSE 8080

# Without curl: asks for Tasklist's first page, which needs the engine and the database.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /camunda/app/tasklist/default/ HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 4 line <&3 && [[ $line == *' 200 '* || $line == *' 302 '* ]]"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "-jar", "/app/thidua.jar"]
