# Takes every mail and keeps it in a Maildir; nothing is ever sent on. For trying things out.
ARG BASE=debian:12
FROM ${BASE}
RUN apt-get update \
    && apt-get install -y --no-install-recommends python3-aiosmtpd \
    && rm -rf /var/lib/apt/lists/* \
    && mkdir /mail && chown nobody /mail
USER nobody
VOLUME /mail
EXPOSE 2525
CMD ["/usr/bin/python3", "-m", "aiosmtpd", "-n", "-l", "0.0.0.0:2525", "-c", "aiosmtpd.handlers.Mailbox", "/mail/caught"]
