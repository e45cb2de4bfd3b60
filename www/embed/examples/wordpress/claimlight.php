<?php
/**
 * Plugin Name: Claimlight
 * Description: Shows who says what in a post, and how sure they are.
 * Version: 0.1.0
 * Requires at least: 5.7
 * Requires PHP: 7.4
 *
 * The package's files stand in the folder "claimlight" beside this one.
 */

defined('ABSPATH') || exit;

add_action('wp_footer', function () {
    if (!is_singular('post')) {
        return;
    }
    // A site with a security policy adds its nonce by the filter wp_script_attributes.
    wp_print_script_tag([
        'type' => 'module',
        'src' => plugins_url('claimlight/auto.js', __FILE__),
        'data-panel' => 'small',
    ]);
});
