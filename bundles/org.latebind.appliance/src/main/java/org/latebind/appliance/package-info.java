/** What an appliance does beyond its commands: takes bundles and settings from folders while it runs. */
package org.latebind.appliance;
