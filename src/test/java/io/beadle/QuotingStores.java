package io.beadle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.ClassUtils;

/** Every store of Beadle, which while it is told to fails with a message that quotes, as databases do. */
@TestConfiguration
class QuotingStores {
    static final AtomicBoolean FAILING = new AtomicBoolean();
    static final AtomicInteger FAILED = new AtomicInteger();

    @Bean
    static BeanPostProcessor quotingStores() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                boolean store = bean.getClass().getName().matches("io\\.beadle\\..*mongo\\.(?:Mongo|Audited).*");
                Class<?>[] held = ClassUtils.getAllInterfaces(bean);
                return store && held.length > 0 ? quoting(bean, held) : bean;
            }
        };
    }

    private static Object quoting(Object store, Class<?>... held) {
        return Proxy.newProxyInstance(store.getClass().getClassLoader(), held, (proxy, method, given) -> {
            if (FAILING.get() && method.getDeclaringClass() != Object.class) {
                FAILED.incrementAndGet();
                throw new DataAccessResourceFailureException(
                        "Cannot take {name: \"" + Markers.QUOTED + "\"}",
                        new IllegalStateException("duplicate key: " + Markers.QUOTED));
            }
            try {
                return method.invoke(store, given);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
